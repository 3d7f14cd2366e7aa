"""Query parameters and path parts that name a visit, not a page."""

from __future__ import annotations

import re

_NAME_TABLE = """
fbclid gclid gclsrc dclid wbraid gbraid yclid ysclid ymclid msclkid twclid ttclid igshid igsh
li_fat_id epik rdt_cid scid s_cid mc_cid mc_eid mkt_tok vero_id vero_conv wickedid zanpid
_openstat openstat rb_clickid oly_anon_id oly_enc_id _hsenc _hsmi hsctatracking __hssc __hstc
__hsfp _ga _gl _ke guccounter guce_referrer guce_referrer_sig ref_src ref_url referrer
cmpid cmp campaign_id icid intcid int_cid ncid xtor wt_mc wt.mc_id wt.nl wt.tsrc ito ns_campaign
ns_mchannel ns_source ns_linkname ns_fee smid smtyp sr_share sfnsn mibextid ftag spm scm
__twitter_impression usqp amp_js_v amp_gsa aoh fb_ref fb_source fb_action_ids fb_action_types
fb_comment_id action_object_map action_type_map action_ref_map replytocom share
at_medium at_campaign at_campaign_type at_custom1 at_custom2 at_custom3 at_custom4 at_link_id
at_link_origin at_link_type at_format at_ptr_name at_bbc_team piano_id cxrecs_s
srsltid dicbo rssfeed tracking_source traffic_source trk trkcampaign soc_src soc_trk frm_source
"""
_NAMES = frozenset(_NAME_TABLE.split())
_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "utm-", "__cf_chl")

_SESSION_NAMES = re.compile(
    r"(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|session_?id|oscsid|zenid|cfid|cftoken)$"
)
_SESSION_NAMES_IF_LONG = frozenset({"sid", "s", "sess", "session", "sids"})
_LONG_TOKEN = re.compile(r"[0-9A-Za-z,-]{16,}$")
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid|sessionid)=[^/?#;]*", re.IGNORECASE)


def strip_tracking(query: str) -> str:
    """Return the query without the parameters that name a campaign, a click or a session."""
    if not query:
        return query
    kept = [part for part in query.split("&") if part and not _is_of_the_visit(part)]
    return "&".join(kept)


def strip_session(path: str) -> str:
    """Return the path without a session id: "/a;jsessionid=1F" is "/a"."""
    return _SESSION_IN_PATH.sub("", path) if ";" in path else path


def _is_of_the_visit(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    name = name.lower()
    if name in _NAMES or name.startswith(_PREFIXES) or _SESSION_NAMES.match(name):
        return True
    if name in _SESSION_NAMES_IF_LONG:
        return _LONG_TOKEN.match(value) is not None
    return name == "ref" and not value.isdigit()
