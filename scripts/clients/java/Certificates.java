import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Verifies and uses a client certificate with the standard library, on the files of the current folder. */
public class Certificates {
  private static final char[] PASSWORD = "secret".toCharArray();

  public static void main(String[] given) throws Exception {
    X509Certificate authority = certificatesIn("ca.pem").get(0);
    List<X509Certificate> own = certificatesIn("chain.pem");
    validate(own, authority);
    try {
      validate(certificatesIn("revoked.pem"), authority);
      throw new IllegalStateException("the revoked certificate is not refused");
    } catch (CertPathValidatorException refusal) {
      if (!(refusal.getCause() instanceof CertificateRevokedException)) throw refusal;
    }
    verifyList(own);
    call(given[0], authority);
  }

  /** Finds the list by the address in the certificate, and does not go on without it. */
  private static void validate(List<X509Certificate> chain, X509Certificate authority) throws Exception {
    CertPathValidator validator = CertPathValidator.getInstance("PKIX");
    PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
    revocation.setOptions(
        EnumSet.of(
            PKIXRevocationChecker.Option.PREFER_CRLS,
            PKIXRevocationChecker.Option.NO_FALLBACK,
            PKIXRevocationChecker.Option.ONLY_END_ENTITY));
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    parameters.addCertPathChecker(revocation);
    List<X509Certificate> path = new ArrayList<>(chain);
    path.remove(authority);
    validator.validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
  }

  private static void verifyList(List<X509Certificate> own) throws Exception {
    byte[] der = Files.readAllBytes(Path.of("list.crl"));
    X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    list.verify(own.get(1).getPublicKey());
    if (list.isRevoked(own.get(0))) throw new IllegalStateException("the list names a certificate that is not revoked");
    if (!list.isRevoked(certificatesIn("revoked.pem").get(0)))
      throw new IllegalStateException("the list does not name the revoked certificate");
  }

  private static void call(String url, X509Certificate authority) throws Exception {
    KeyStore keys = KeyStore.getInstance(Path.of("keystore.p12").toFile(), PASSWORD);
    KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority);
    TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofFile(Path.of("call.json")))
            .build();
    HttpResponse<String> answer =
        HttpClient.newBuilder().sslContext(context).build().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("\"viewer\""))
      throw new IllegalStateException("the Director answers: " + answer.body());
  }

  private static List<X509Certificate> certificatesIn(String file) throws Exception {
    List<X509Certificate> found = new ArrayList<>();
    try (var stream = Files.newInputStream(Path.of(file))) {
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(stream)) found.add((X509Certificate) one);
    }
    return found;
  }
}
