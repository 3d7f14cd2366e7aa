"""Scrapy settings: only what differs from Scrapy's defaults, the reason above each."""

from newscrawl import __version__

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"

# --- Ours -------------------------------------------------------------------------------------

# Folder of the records, <site>/<day>.jsonl, and of everything else a run leaves.
NEWSCRAWL_OUTPUT = "output"
# The state database: what is known, due and done; a relative path is below NEWSCRAWL_OUTPUT, for
# the two belong together. Empty: no memory between runs.
NEWSCRAWL_FRONTIER = ".frontier.sqlite3"
# Ages in hours at which a saved article is looked at again for a revision. Empty: never.
NEWSCRAWL_RECHECK_HOURS = [1, 6, 24, 72, 168]
# Words in which a text must differ from its last record to make a revision; below three, mended
# typos and view counters do.
NEWSCRAWL_REVISION_WORDS = 3
# Compress the files of finished days at the end of a run: "gzip", "zstd" or nothing.
NEWSCRAWL_COMPRESS = ""
# Failures in a row, over all runs, after which a page is given up: with growing pauses, 28 hours.
# One that a listing still names is tried again each week.
NEWSCRAWL_ATTEMPTS = 6
# Where a site's owner can reach you: a mail address or a page. Stands in the user agent.
NEWSCRAWL_CONTACT = ""
# Keep in each record what was stripped from it, with the reasons.
KEEP_REMOVED = False

# Print no progress and no report at the end.
NEWSCRAWL_QUIET = False

# A file for the node exporter's textfile collector (node_exporter --collector.textfile.directory),
# written at the end of each run: each spider needs its own, "/any/folder/{scope}.prom" is one for
# each, of news for each site. Empty: none.
NEWSCRAWL_PROMETHEUS_FILE = ""
# The server of the demo's sites, if one runs already.
NEWSCRAWL_DEMO_URL: str | None = None
# Log JSON objects, one a line.
NEWSCRAWL_LOG_JSON = False
# The address of an article in the place of all its text.
LOG_FORMATTER = "newscrawl.extensions.logs.LogFormatter"

EXTENSIONS = {
    # First, so that nothing is logged before: control characters and secrets stay out of logs.
    "newscrawl.extensions.logs.Logs": -100,
    # Before the report, which is not to be written over by the live lines.
    "newscrawl.extensions.progress.Progress": -50,
    "newscrawl.extensions.run_report.RunReport": 0,
    # After AutoThrottle, whose delays it raises.
    "newscrawl.extensions.polite_delay.PoliteDelay": 100,
}
ITEM_PIPELINES = {
    "newscrawl.pipelines.clean.Clean": 100,
    "newscrawl.pipelines.validate.Validate": 200,
    "newscrawl.pipelines.deduplicate.Deduplicate": 300,
    "newscrawl.pipelines.store.Store": 400,
}

# --- A good guest -----------------------------------------------------------------------------

# Names us honestly; spiders add the contact.
USER_AGENT = f"newscrawl/{__version__}"
# The site's owner decides what may be fetched.
ROBOTSTXT_OBEY = True
# Opt-outs of a page's owner for which it is not saved: "noindex", "noarchive", "nosnippet", "noai",
# "noimageai", "tdm_reservation". All are recorded in any case.
NEWSCRAWL_OBEY_OPT_OUTS: list[str] = []
# Seconds of a Crawl-delay that are obeyed; with more, a site of some size is never caught up with.
NEWSCRAWL_MAX_CRAWL_DELAY = 30.0
# One request at a time to a site, a second apart: a reader's pace, not an attack's.
DOWNLOAD_DELAY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# A slow answer means a busy server: wait longer, up to a minute.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
# Sites do not share a budget: fifty of them at a second each need fifty slots.
CONCURRENT_REQUESTS = 64
# A page gives one article; of the 100 tasks that Scrapy starts for each answer 99 wait in vain.
CONCURRENT_ITEMS = 1
# News needs no session. Scrapy's cookie jar would also look up the public suffix list online,
# inside the event loop, on its first use. A page that wants one all the same is told of.
COOKIES_ENABLED = False
# Text is all we read.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8",
}

# --- No way in --------------------------------------------------------------------------------

# Hosts that may be asked although they are on this machine or in our network.
NEWSCRAWL_ALLOWED_HOSTS: list[str] = []
DOWNLOADER_MIDDLEWARES = {
    # Before all others: what is refused here costs nothing.
    "newscrawl.middlewares.reach.ReachMiddleware": 10,
    # Before a robots.txt is asked for.
    "newscrawl.middlewares.pauses.PausesMiddleware": 20,
    # The delay and the limit below are a site's, not a host's; before a robots.txt is asked for.
    "newscrawl.middlewares.site_slots.SiteSlotsMiddleware": 30,
    # In the place of Scrapy's own.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.middlewares.robots.RobotsMiddleware": 100,
    # Sees redirects before they are followed (600), with the cookies that came along (700).
    "newscrawl.middlewares.circles.CirclesMiddleware": 610,
    # Before they are unpacked (590): Scrapy takes what has come of a cut one for all.
    "newscrawl.middlewares.whole.WholeBodyMiddleware": 595,
    # Sees answers when they are unpacked, and neither retried nor redirected any more.
    "newscrawl.middlewares.obstacles.ObstacleMiddleware": 540,
}
# Pages can name such addresses; no crawl of the web needs them.
DOWNLOAD_HANDLERS = {"file": None, "ftp": None, "data": None, "s3": None}

# --- Bounded ----------------------------------------------------------------------------------

# The longest of 2,158 real pages has 2.2 MB; 10 MB decompressed leaves room and stops bombs.
# Listings ask for more in their requests: a sitemap may have 50 MB.
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 5 * 1024 * 1024
# Seconds for a whole response: a page that takes longer comes with the next run.
DOWNLOAD_TIMEOUT = 30
DNS_TIMEOUT = 15
# Scrapy's own limit drops a request without a word, and the run would wait for it for ever;
# ReachMiddleware refuses long addresses aloud.
URLLENGTH_LIMIT = 0
# http to https, www, a moved slug: five hops are enough for honest sites.
REDIRECT_MAX_TIMES = 5
# Redirects by markup lead to consent and log-in pages, hardly ever to news.
METAREFRESH_ENABLED = False
# Without 429 and 503: who is told to come later does not try again at once. The frontier waits as
# long as the site asks.
RETRY_HTTP_CODES = [500, 502, 504, 522, 524, 408]
# A page that fails is counted, and comes again with a later run.
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
# An expired certificate means nobody looks after the site, or somebody else answers for it.
DOWNLOAD_VERIFY_CERTIFICATES = True

# --- Unattended -------------------------------------------------------------------------------

# Both listen on a port, the second runs code it is sent: not on a machine nobody watches.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# One line a page belongs to DEBUG; a run's own lines are INFO.
LOG_LEVEL = "INFO"
# The run report says it better, and keeps it.
STATS_DUMP = False
# Cyrillic as Cyrillic in -O files.
FEED_EXPORT_ENCODING = "utf-8"
