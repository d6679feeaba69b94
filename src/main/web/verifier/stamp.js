// The time stamp of a checkpoint (RFC 3161), in the one narrow form of format-1.md.
import { sha1 } from '@noble/hashes/legacy.js';
import { hex, same } from './bytes.js';
import { INTEGER, NotDer, OCTETS, OID, SEQUENCE, SET, expect, readDer, readEitherTime, readTime } from './der.js';
import { digest } from './merkle.js';
import { STAMP as FILE } from './names.js';
import { asTheLogSigned } from './note.js';
import { SHA_256, digestOf, hasSigned } from './signature.js';
import { demand } from './wrong.js';

const LONGEST = 0xffff;
const GRANTED = '3003020100';
const [ONE, THREE] = ['020101', '020103'];
const SIGNED_DATA = '06092a864886f70d010702';
const TIME_STAMP = '060b2a864886f70d0109100104';
const CONTENT_TYPE = '06092a864886f70d010903';
const MESSAGE_DIGEST = '06092a864886f70d010904';
const NAMED_BY_SHA_1 = '060b2a864886f70d010910020c';
const NAMED_BY_SHA_2 = '060b2a864886f70d010910022f';
const VERSION_3 = 'a003020102';
/** Extended key usage, critical, time stamping and nothing else. */
const TIME_STAMPING = '30160603551d250101ff040c300a06082b06010505070308';
const [CONTEXT_0, CONTEXT_1, EXTENSIONS] = [0xa0, 0xa1, 0xa3];

/** Check 17: it has its form, is of this checkpoint, and holds under a certificate that is trusted. */
export function checkStamp(files, checkpoint, policy) {
  const stamp = read(files.get(FILE));
  demand(stamp !== null, 'form', FILE);
  const own = asTheLogSigned(checkpoint);
  demand(own !== null, 'signature', 'checkpoint');
  demand(same(stamp.imprint, digest(own)), 'stamp-other', FILE);
  demand(isSigned(stamp), 'stamp-signature', FILE);
  const { certificate, at } = stamp;
  const valid = certificate.from <= at && at <= certificate.until;
  demand(certificate.forTimeStamps && valid, 'stamp-certificate', FILE);
  const authority = hex(digest(certificate.whole));
  const named = policy?.authorities ?? [];
  demand(named.length === 0 || named.includes(authority), 'stamp-authority', FILE, authority);
  return { at: new Date(Number(at / 1_000_000n)), authority, trusted: named.length > 0 };
}

function read(bytes) {
  try {
    expect(bytes.length <= LONGEST);
    return readAnswer(readDer(bytes));
  } catch (fault) {
    if (fault instanceof NotDer) {
      return null;
    }
    throw fault;
  }
}

function readAnswer(answer) {
  const [status, token] = answer.tagged(SEQUENCE).members(2, 2);
  status.is(GRANTED);
  const [type, wrapped] = token.tagged(SEQUENCE).members(2, 2);
  type.is(SIGNED_DATA);
  const signed = wrapped.tagged(CONTEXT_0).only().tagged(SEQUENCE).members(5, 6);
  const [version, digests, encapsulated, certificates] = signed;
  version.is(THREE);
  digests.tagged(SET);
  const content = readContent(encapsulated);
  certificates.tagged(CONTEXT_0);
  if (signed.length === 6) {
    signed[4].tagged(CONTEXT_1);
  }
  const signer = readSigner(signed.at(-1).tagged(SET).only());
  const certificate = readCertificate(namedCertificate(certificates, signer.attributes));
  expect(certificate.name === signer.name);
  return { content, ...readInfo(readDer(content)), ...signer, certificate };
}

function readContent(encapsulated) {
  const [type, wrapped] = encapsulated.tagged(SEQUENCE).members(2, 2);
  type.is(TIME_STAMP);
  return wrapped.tagged(CONTEXT_0).only().tagged(OCTETS).content;
}

/** {imprint, at} */
function readInfo(info) {
  const [version, policy, asked, serial, at] = info.tagged(SEQUENCE).members(5, 10);
  version.is(ONE);
  policy.tagged(OID);
  const [algorithm, imprint] = asked.tagged(SEQUENCE).members(2, 2);
  serial.tagged(INTEGER);
  expect(digestOf(algorithm) === SHA_256 && imprint.tagged(OCTETS).content.length === SHA_256.length);
  return { imprint: imprint.content, at: readTime(at) };
}

/** {name, digest, signedSet, attributes, contentDigest, algorithm, signature} */
function readSigner(signer) {
  const members = signer.tagged(SEQUENCE).members(6, 7);
  const [version, identifier, digestAlgorithm, signedSet, algorithm, signature, unsigned] = members;
  version.is(ONE);
  const name = identifier.tagged(SEQUENCE).members(2, 2).map((part) => part.hex).join('');
  const by = digestOf(digestAlgorithm);
  expect(by !== undefined);
  const attributes = readAttributes(signedSet.tagged(CONTEXT_0));
  unsigned?.tagged(CONTEXT_1);
  attribute(attributes, CONTENT_TYPE).is(TIME_STAMP);
  const contentDigest = attribute(attributes, MESSAGE_DIGEST).tagged(OCTETS).content;
  algorithm.tagged(SEQUENCE);
  return { name, by, signedSet, attributes, contentDigest, algorithm, signature: signature.tagged(OCTETS).content };
}

function readAttributes(set) {
  const attributes = new Map();
  for (const each of set.members()) {
    const [name, values] = each.tagged(SEQUENCE).members(2, 2);
    expect(!attributes.has(name.tagged(OID).hex));
    attributes.set(name.hex, values.tagged(SET));
  }
  return attributes;
}

function attribute(attributes, name) {
  expect(attributes.has(name));
  return attributes.get(name).only();
}

/** The first certificate that every attribute names that names one (RFC 2634, RFC 5035). */
function namedCertificate(certificates, attributes) {
  expect(attributes.has(NAMED_BY_SHA_1) || attributes.has(NAMED_BY_SHA_2));
  const found = certificates
    .members()
    .filter(({ tag }) => tag === SEQUENCE)
    .find(
      ({ whole }) =>
        (!attributes.has(NAMED_BY_SHA_1) || isNamedBySha1(attributes, whole)) &&
        (!attributes.has(NAMED_BY_SHA_2) || isNamedBySha2(attributes, whole)),
    );
  expect(found !== undefined);
  return found;
}

function isNamedBySha1(attributes, whole) {
  const [hash] = firstName(attributes, NAMED_BY_SHA_1).members(1, 2);
  return same(hash.tagged(OCTETS).content, sha1(whole));
}

/** SHA-256 is the default, and so it is left out. */
function isNamedBySha2(attributes, whole) {
  const name = firstName(attributes, NAMED_BY_SHA_2).members(1, 3);
  const by = name[0].tag === OCTETS ? SHA_256 : digestOf(name.shift());
  expect(by !== undefined && name.length > 0);
  return same(name[0].tagged(OCTETS).content, by.hash(whole));
}

function firstName(attributes, attributeName) {
  const [names] = attribute(attributes, attributeName).tagged(SEQUENCE).members(1, 2);
  const [first] = names.tagged(SEQUENCE).members(1);
  return first.tagged(SEQUENCE);
}

/** {whole, name, from, until, forTimeStamps, key} */
function readCertificate(certificate) {
  const body = certificate.tagged(SEQUENCE).members(3, 3)[0].tagged(SEQUENCE).members(8, 10);
  const [version, serial, , issuer, validity, , key] = body;
  version.is(VERSION_3);
  const [from, until] = validity.tagged(SEQUENCE).members(2, 2).map(readEitherTime);
  const extensions = body.at(-1).tagged(EXTENSIONS).only().tagged(SEQUENCE).members();
  return {
    whole: certificate.whole,
    name: issuer.tagged(SEQUENCE).hex + serial.tagged(INTEGER).hex,
    from,
    until,
    forTimeStamps: extensions.some((extension) => extension.hex === TIME_STAMPING),
    key: key.tagged(SEQUENCE),
  };
}

function isSigned({ content, by, signedSet, contentDigest, algorithm, signature, certificate }) {
  if (!same(contentDigest, by.hash(content))) {
    return false;
  }
  // The attributes are signed as the SET that they are, not under the tag of their place.
  const set = Uint8Array.from(signedSet.whole);
  set[0] = SET;
  try {
    return hasSigned(certificate.key, algorithm, by, set, signature);
  } catch (fault) {
    if (fault instanceof NotDer) {
      return false;
    }
    throw fault;
  }
}
