"""Where a crawl may go: public addresses over HTTP, and nothing behind our own firewall."""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Prefixes whose addresses carry an IPv4 address that a gateway would reach for us.
_NAT64 = ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ip_network("64:ff9b:1::/48")


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the open internet.

    Not: loopback, private, link-local (cloud metadata services), carrier-grade NAT, multicast,
    reserved, and IPv6 forms that carry such an IPv4 address (mapped, NAT64, 6to4, Teredo).

    >>> is_public("93.184.215.14"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    ip = ip_address(address.partition("%")[0])
    carried = _carried(ip) if isinstance(ip, IPv6Address) else None
    if carried is not None and not is_public(str(carried)):
        return False
    return ip.is_global and not ip.is_multicast


def refuse_host(host: str, *, allowed: Collection[str] = ()) -> str | None:
    """Return why a host of an address is refused before it is looked up, None when it is not.

    Only what can be told by the name alone: IP addresses in all forms that the system's resolver
    takes ("2130706433", "0x7f.1", "127.1") and names that mean this machine. Names that resolve to
    such addresses are refused by the resolver, at the moment of the connection.
    """
    name = host.strip("[]").rstrip(".").lower()
    if name in allowed:
        return None
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return "local_name"
    address = _as_address(name)
    return "private_address" if address and not is_public(address) else None


def _as_address(name: str) -> str | None:
    try:
        return str(ip_address(name))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return None


def _carried(ip: IPv6Address) -> IPv4Address | None:
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    if ip.sixtofour:
        return ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in _NAT64 or ip in _LOCAL_NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return None
