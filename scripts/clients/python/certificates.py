"""Requests, verifies and uses a client certificate with cryptography and ssl, on the files of the current folder."""

import json
import ssl
import sys
import urllib.request
from datetime import datetime, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtensionOID, NameOID
from cryptography.x509.verification import PolicyBuilder, Store

ATTRIBUTES = {
    "O": NameOID.ORGANIZATION_NAME,
    "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
    "L": NameOID.LOCALITY_NAME,
    "ST": NameOID.STATE_OR_PROVINCE_NAME,
    "C": NameOID.COUNTRY_NAME,
    "CN": NameOID.COMMON_NAME,
}


def request(subject):
    key = ec.generate_private_key(ec.SECP256R1())
    parts = [part.split("=", 1) for part in subject.split(",")]
    name = x509.Name([x509.NameAttribute(ATTRIBUTES[attribute], value) for attribute, value in parts])
    csr = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    encoded_key = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    Path("key.pem").write_bytes(encoded_key)
    Path("request.pem").write_bytes(csr.public_bytes(pem))


def verify(director_url, revoked_serial):
    authorities = x509.load_pem_x509_certificates(Path("ca.pem").read_bytes())
    own, *issuers = x509.load_pem_x509_certificates(Path("chain.pem").read_bytes())
    revoked = x509.load_pem_x509_certificates(Path("revoked.pem").read_bytes())[0]
    assert revoked.serial_number == int(revoked_serial, 16)

    verifier = PolicyBuilder().store(Store(authorities)).build_client_verifier()
    chain = verifier.verify(own, issuers).chain
    for issuer in chain[1:]:
        assert own.not_valid_after_utc <= issuer.not_valid_after_utc, "the certificate outlives its issuer"

    verify_list(Path("list.crl").read_bytes(), chain, revoked)
    for point in own.extensions.get_extension_for_oid(ExtensionOID.CRL_DISTRIBUTION_POINTS).value:
        for address in point.full_name:
            assert address.value.startswith("http://"), f"the list is not at an http address: {address.value}"
            with urllib.request.urlopen(address.value) as answer:
                verify_list(answer.read(), chain, revoked)
    call(director_url)


def verify_list(der, chain, revoked):
    crl = x509.load_der_x509_crl(der)
    assert crl.is_signature_valid(chain[1].public_key())
    assert crl.issuer == chain[1].subject
    assert crl.last_update_utc <= datetime.now(timezone.utc) < crl.next_update_utc
    assert all(entry.revocation_date_utc <= crl.last_update_utc for entry in crl), "an entry is dated later than the list"
    assert crl.get_revoked_certificate_by_serial_number(revoked.serial_number) is not None
    assert crl.get_revoked_certificate_by_serial_number(chain[0].serial_number) is None


def call(url):
    context = ssl.create_default_context(cafile="ca.pem")
    # Python 3.13 has it on by default.
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_cert_chain("chain.pem", "key.pem")
    body = Path("call.json").read_bytes()
    asked = urllib.request.Request(url, data=body, headers={"content-type": "application/json"})
    with urllib.request.urlopen(asked, context=context) as answer:
        assert json.load(answer)["data"]["viewer"]["id"]


{"request": request, "verify": verify}[sys.argv[1]](*sys.argv[2:])
