"""Certificates of our own: an authority that the crawl trusts, and hosts that it must not trust."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def write_certificates(folder, *, good, expired, foreign, untrusted):
    """Write an authority and a certificate a host; return its path, and those of the hosts.

    ``foreign`` shows a certificate of another host, ``untrusted`` one of an unknown authority.
    """
    authority, unknown = _authority("Ours"), _authority("Unknown")
    (folder / "authority.pem").write_bytes(_pem(authority[0]))
    days = {good: (-1, 30), expired: (-30, -1), foreign: (-1, 30), untrusted: (-1, 30)}
    paths = {}
    for host, (first, last) in days.items():
        name = "other.example" if host == foreign else host
        certificate, key = _issue(name, unknown if host == untrusted else authority, first, last)
        paths[host] = folder / f"{host}.pem"
        paths[host].write_bytes(_pem(certificate) + _private(key))
    return folder / "authority.pem", paths


def _authority(name):
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder(name, name, key, -60, 60)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return builder.sign(key, hashes.SHA256()), key


def _issue(host, authority, first, last):
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = authority[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    builder = _builder(host, issuer, key, first, last)
    names = x509.SubjectAlternativeName([x509.DNSName(host)])
    return builder.add_extension(names, critical=False).sign(authority[1], hashes.SHA256()), key


def _builder(subject, issuer, key, first, last):
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=first))
        .not_valid_after(now + timedelta(days=last))
    )


def _name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)


def _private(key):
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
