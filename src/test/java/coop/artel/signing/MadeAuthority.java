package coop.artel.signing;

import coop.artel.SeededRandom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** A time-stamping authority of Bouncy Castle's, whose keys and bytes follow from a seed. */
public final class MadeAuthority {
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2035-01-01T00:00:00Z");
  private static final String POLICY = "1.2.3.4.1";
  private static final BigInteger NONCE = new BigInteger("7f00ff11aa22bb33", 16);

  private final String name;
  private final AsymmetricCipherKeyPair keys;
  private final String hash;
  private final String essHash;
  private final X509CertificateHolder certificate;

  private MadeAuthority(
      String name,
      AsymmetricCipherKeyPair keys,
      String hash,
      String essHash,
      X509CertificateHolder certificate) {
    this.name = name;
    this.keys = keys;
    this.hash = hash;
    this.essHash = essHash;
    this.certificate = certificate;
  }

  public static MadeAuthority rsa(long seed) {
    return rsa(seed, 2048);
  }

  public static MadeAuthority rsa(long seed, int bits) {
    var generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            BigInteger.valueOf(65537), new SeededRandom(seed), bits, 80));
    return new MadeAuthority("CN=authority " + seed, generator.generateKeyPair());
  }

  /**
   * @param curve such as {@code P-256}
   */
  public static MadeAuthority ec(long seed, String curve) {
    var generator = new ECKeyPairGenerator();
    var domain =
        new ECNamedDomainParameters(
            NISTNamedCurves.getOID(curve), NISTNamedCurves.getByName(curve));
    generator.init(new ECKeyGenerationParameters(domain, new SeededRandom(seed)));
    return new MadeAuthority("CN=authority " + seed, generator.generateKeyPair());
  }

  private MadeAuthority(String name, AsymmetricCipherKeyPair keys) {
    this(
        name,
        keys,
        "SHA256",
        "SHA256",
        certificate(name, keys, FROM, UNTIL, true, KeyPurposeId.id_kp_timeStamping));
  }

  /** The same key under a certificate with these uses. */
  public MadeAuthority used(boolean critical, KeyPurposeId... uses) {
    return new MadeAuthority(
        name, keys, hash, essHash, certificate(name, keys, FROM, UNTIL, critical, uses));
  }

  /** The same key under a certificate that is valid from one second to another. */
  public MadeAuthority valid(String from, String until) {
    return new MadeAuthority(
        name,
        keys,
        hash,
        essHash,
        certificate(
            name,
            keys,
            Instant.parse(from),
            Instant.parse(until),
            true,
            KeyPurposeId.id_kp_timeStamping));
  }

  /**
   * The same, by another digest.
   *
   * @param digest such as {@code SHA384}
   */
  public MadeAuthority by(String digest) {
    return new MadeAuthority(name, keys, digest, essHash, certificate);
  }

  /** The same, naming its certificate by another digest: by SHA1 as RFC 2634 has it. */
  public MadeAuthority naming(String digest) {
    return new MadeAuthority(name, keys, hash, digest, certificate);
  }

  /** Another key under the name of this one. */
  public MadeAuthority impersonatedBy(MadeAuthority other) {
    return new MadeAuthority(name, other.keys);
  }

  private static X509CertificateHolder certificate(
      String name,
      AsymmetricCipherKeyPair keys,
      Instant from,
      Instant until,
      boolean critical,
      KeyPurposeId... uses) {
    try {
      var subject = new X500Name(name);
      var builder =
          new X509v3CertificateBuilder(
              subject,
              BigInteger.valueOf(4711),
              Date.from(from),
              Date.from(until),
              subject,
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(keys.getPublic()));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      if (uses.length > 0) {
        builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(uses));
      }
      return builder.build(signer(keys, "SHA256"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer of an authority that grants what it is asked for. */
  public byte[] stamp(byte[] sha256, Instant at) {
    return TimeStamp.granted(token(sha256, at, List.of()));
  }

  /** The same with other certificates beside the authority's. */
  public byte[] stampBeside(byte[] sha256, Instant at, List<X509CertificateHolder> more) {
    return TimeStamp.granted(token(sha256, at, more));
  }

  /** The answer to a question as it comes over the line. */
  public byte[] answer(byte[] question, Instant at) throws IOException {
    return TimeStamp.granted(token(new TimeStampRequest(question), at, List.of()));
  }

  private byte[] token(byte[] sha256, Instant at, List<X509CertificateHolder> more) {
    var questions = new TimeStampRequestGenerator();
    questions.setCertReq(true);
    return token(questions.generate(TSPAlgorithms.SHA256, sha256, NONCE), at, more);
  }

  private byte[] token(TimeStampRequest question, Instant at, List<X509CertificateHolder> more) {
    try {
      var digests = new BcDigestCalculatorProvider();
      var tokens =
          new TimeStampTokenGenerator(
              new SignerInfoGeneratorBuilder(digests)
                  .setSignedAttributeGenerator(attributes(at))
                  .build(signer(keys, hash), certificate),
              digests.get(digest(essHash)),
              new ASN1ObjectIdentifier(POLICY));
      tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
      var all = new ArrayList<>(List.of(certificate));
      all.addAll(more);
      tokens.addCertificates(new CollectionStore<>(all));
      return tokens
          .generate(question, BigInteger.valueOf(at.getEpochSecond()), Date.from(at))
          .getEncoded();
    } catch (TSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AlgorithmIdentifier digest(String name) {
    return new DefaultDigestAlgorithmIdentifierFinder().find(name.replace("SHA", "SHA-"));
  }

  /** Else the time of the machine would stand in the bytes. */
  private static DefaultSignedAttributeTableGenerator attributes(Instant at) {
    var attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
  }

  private static ContentSigner signer(AsymmetricCipherKeyPair keys, String hash) {
    boolean rsa = keys.getPrivate() instanceof RSAKeyParameters;
    var algorithm =
        new DefaultSignatureAlgorithmIdentifierFinder()
            .find(hash + "with" + (rsa ? "RSA" : "ECDSA"));
    var bytes = new ByteArrayOutputStream();
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
      }

      @Override
      public OutputStream getOutputStream() {
        return bytes;
      }

      @Override
      public byte[] getSignature() {
        return sign(keys, hash, bytes.toByteArray());
      }
    };
  }

  /** A signature of these bytes by the key. */
  public byte[] sign(byte[] bytes) {
    return sign(keys, hash, bytes);
  }

  private static byte[] sign(AsymmetricCipherKeyPair keys, String hash, byte[] bytes) {
    ExtendedDigest digest =
        switch (hash) {
          case "SHA256" -> new SHA256Digest();
          case "SHA384" -> new SHA384Digest();
          default -> new SHA512Digest();
        };
    Signer signer =
        keys.getPrivate() instanceof RSAKeyParameters
            ? new RSADigestSigner(digest)
            : new DSADigestSigner(
                new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), digest);
    signer.init(true, keys.getPrivate());
    signer.update(bytes, 0, bytes.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  public X509CertificateHolder certificate() {
    return certificate;
  }

  boolean isRsa() {
    return keys.getPrivate() instanceof RSAKeyParameters;
  }

  public byte[] encoded() {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the certificate, as policies name it. */
  public String digest() {
    return HexFormat.of().formatHex(Digest.SHA_256.of(encoded()));
  }
}
