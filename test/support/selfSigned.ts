// A certificate made on the spot, for TLS servers on loopback: X.509 v3 in DER (RFC 5280), ECDSA over P-256.
import { generateKeyPairSync, sign } from 'node:crypto';

/** Key and certificate of a server that calls itself `host`, as PEM. */
export function selfSigned(host: string): { readonly key: string; readonly cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const name = sequence(set(sequence(oid('550403'), tagged(0x0c, Buffer.from(host)))));
	const names = sequence(tagged(0x82, Buffer.from(host)));
	const extensions = sequence(sequence(oid('551d11'), tagged(0x04, names)));
	const body = sequence(
		tagged(0xa0, integer(2)),
		integer(1),
		signatureKind,
		name,
		sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		tagged(0xa3, extensions),
	);
	const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
	const certificate = sequence(body, signatureKind, tagged(0x03, signature));
	const lines = certificate
		.toString('base64')
		.match(/.{1,64}/g)
		?.join('\n');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
	};
}

/** Tag, length, content. */
function tagged(tag: number, content: Buffer): Buffer {
	const { length } = content;
	const head =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
	return tagged(0x30, Buffer.concat(parts));
}

function set(part: Buffer): Buffer {
	return tagged(0x31, part);
}

function oid(hex: string): Buffer {
	return tagged(0x06, Buffer.from(hex, 'hex'));
}

function integer(value: number): Buffer {
	return tagged(0x02, Buffer.from([value]));
}

function utcTime(text: string): Buffer {
	return tagged(0x17, Buffer.from(text));
}

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
const signatureKind = sequence(oid('2a8648ce3d040302'));
