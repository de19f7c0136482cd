/** What Temporal keeps is written small: a large payload is deflated, before it is sealed and looks like noise. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

const encoding = new TextEncoder().encode('binary/deflated');
/** Below this, what is saved is not worth the work (bytes). */
const worthwhile = 1_024;
/** No payload that Temporal takes is larger than a few MiB (bytes). */
const largest = 64 * 2 ** 20;
const { Payload: Plain } = proto.temporal.api.common.v1;

export class DeflatingCodec implements PayloadCodec {
  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) =>
      (payload.data?.length ?? 0) < worthwhile
        ? payload
        : // The fastest level finds most of what is repeated.
          { metadata: { encoding }, data: deflateRawSync(Plain.encode(payload).finish(), { level: 1 }) },
    );
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const { metadata, data } = payload;
      if (!metadata?.['encoding'] || Buffer.compare(metadata['encoding'], encoding) !== 0 || !data)
        return payload;
      return Plain.decode(inflateRawSync(data, { maxOutputLength: largest })) as Payload;
    });
  }
}
