export class XzReadableStream extends ReadableStream<Uint8Array<ArrayBuffer>> {
  constructor(pressed: ReadableStream<Uint8Array>);
}
