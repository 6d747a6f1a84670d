// Requests, verifies and uses a client certificate with the standard library, on the files of the current folder.
package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	if os.Args[1] == "request" {
		request(os.Args[2])
	} else {
		verify(os.Args[2], os.Args[3])
	}
}

func request(subject string) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	der, err := x509.CreateCertificateRequest(rand.Reader, &x509.CertificateRequest{Subject: nameOf(subject)}, key)
	check(err)
	encodedKey, err := x509.MarshalPKCS8PrivateKey(key)
	check(err)
	check(os.WriteFile("key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: encodedKey}), 0o600))
	check(os.WriteFile("request.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE REQUEST", Bytes: der}), 0o600))
}

func nameOf(subject string) pkix.Name {
	values := map[string]string{}
	for _, part := range strings.Split(subject, ",") {
		attribute, value, _ := strings.Cut(part, "=")
		values[attribute] = value
	}
	return pkix.Name{
		Country: []string{values["C"]}, Organization: []string{values["O"]}, OrganizationalUnit: []string{values["OU"]},
		Locality: []string{values["L"]}, Province: []string{values["ST"]}, CommonName: values["CN"],
	}
}

func verify(directorURL, revokedSerial string) {
	roots := x509.NewCertPool()
	authority := certificatesIn("ca.pem")[0]
	roots.AddCert(authority)
	own := verifiedChain("chain.pem", roots)
	revoked := verifiedChain("revoked.pem", roots)
	for _, issuer := range own[1:] {
		assert(!own[0].NotAfter.After(issuer.NotAfter), "the certificate outlives its issuer")
	}

	file, err := os.ReadFile("list.crl")
	check(err)
	verifyList(file, own, revoked, revokedSerial)
	for _, address := range own[0].CRLDistributionPoints {
		assert(strings.HasPrefix(address, "http://"), "the list is not at an http address: "+address)
		answer, err := http.Get(address)
		check(err)
		served, err := io.ReadAll(answer.Body)
		check(err)
		verifyList(served, own, revoked, revokedSerial)
	}

	pair, err := tls.LoadX509KeyPair("chain.pem", "key.pem")
	check(err)
	call(directorURL, &tls.Config{RootCAs: roots, Certificates: []tls.Certificate{pair}})
}

func verifiedChain(file string, roots *x509.CertPool) []*x509.Certificate {
	certificates := certificatesIn(file)
	intermediates := x509.NewCertPool()
	for _, certificate := range certificates[1:] {
		intermediates.AddCert(certificate)
	}
	chains, err := certificates[0].Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: intermediates, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	})
	check(err)
	return chains[0]
}

func verifyList(der []byte, own, revoked []*x509.Certificate, revokedSerial string) {
	list, err := x509.ParseRevocationList(der)
	check(err)
	check(list.CheckSignatureFrom(own[1]))
	assert(list.NextUpdate.After(time.Now()) && list.ThisUpdate.Before(time.Now()), "the list is not valid now")
	assert(fmt.Sprintf("%x", revoked[0].SerialNumber) == strings.TrimLeft(revokedSerial, "0"), "the serial number is another one")
	found := false
	for _, entry := range list.RevokedCertificateEntries {
		assert(!entry.RevocationTime.After(list.ThisUpdate), "an entry is dated later than the list")
		assert(entry.SerialNumber.Cmp(own[0].SerialNumber) != 0, "the list names a certificate that is not revoked")
		found = found || entry.SerialNumber.Cmp(revoked[0].SerialNumber) == 0
	}
	assert(found, "the list does not name the revoked certificate")
}

func call(url string, config *tls.Config) {
	body, err := os.ReadFile("call.json")
	check(err)
	client := http.Client{Transport: &http.Transport{TLSClientConfig: config}}
	answer, err := client.Post(url, "application/json", bytes.NewReader(body))
	check(err)
	text, err := io.ReadAll(answer.Body)
	check(err)
	assert(answer.StatusCode == 200 && bytes.Contains(text, []byte(`"viewer"`)), "the Director answers: "+string(text))
}

func certificatesIn(file string) []*x509.Certificate {
	rest, err := os.ReadFile(file)
	check(err)
	certificates := []*x509.Certificate{}
	for block, rest := pem.Decode(rest); block != nil; block, rest = pem.Decode(rest) {
		certificate, err := x509.ParseCertificate(block.Bytes)
		check(err)
		certificates = append(certificates, certificate)
	}
	return certificates
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func assert(holds bool, otherwise string) {
	if !holds {
		check(errors.New(otherwise))
	}
}
