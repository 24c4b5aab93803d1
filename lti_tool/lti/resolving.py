"""Where a host of a platform is: resolved once, and only when every answer may be asked. What is checked here is what is connected to."""
import ipaddress
import socket
from queue import Empty, SimpleQueue
from threading import Thread

from .no_answer import AddressIsPrivate, HostIsUnknown, TookTooLong

MOST = 4  # addresses of one host that are tried
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def the_address_itself(address):
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, NAT64), else the address."""
    if address.version == 4:
        return address
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def is_public(address) -> bool:
    """For an address of the ipaddress module. Neither private, loopback, link-local, shared (100.64/10), reserved nor for many at once."""
    address = the_address_itself(address)
    if address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global:
        return False
    return address.version == 4 or (address in GLOBAL_UNICAST and address.teredo is None)


def is_of_one_machine(address) -> bool:
    """Public or of one's own network, but a machine's: where the settings allow private addresses."""
    address = the_address_itself(address)
    return not (address.is_multicast or address.is_unspecified or address.is_link_local or (address.is_reserved and not address.is_loopback))


def is_loopback(address) -> bool:
    return the_address_itself(address).is_loopback


def look_up(host: str, port: int, seconds: float) -> list:
    """As socket.getaddrinfo, which itself knows no end of waiting."""
    found = SimpleQueue()

    def ask():
        try:
            found.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            found.put([])

    Thread(target=ask, daemon=True, name="resolve").start()
    try:
        return found.get(timeout=max(seconds, 0.01))
    except Empty:
        raise TookTooLong("resolving") from None


def checked_addresses(host: str, port: int, may_be_asked, seconds: float) -> list[tuple]:
    """[(family, what to connect to)]. Raises HostIsUnknown, AddressIsPrivate, TookTooLong."""
    found = look_up(host.strip("[]"), port, seconds)
    if not found:
        raise HostIsUnknown(host)
    if not all(may_be_asked(ipaddress.ip_address(place[0])) for _family, _type, _protocol, _name, place in found):
        raise AddressIsPrivate(host)
    return list(dict.fromkeys((family, place) for family, _type, _protocol, _name, place in found))[:MOST]
