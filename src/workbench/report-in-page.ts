import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { reportMark } from "../view/index.ts";

/** No report is larger; a page made to swell is not read to its end. */
const bytesMax = 50_000_000;

/** A report as one word of letters and digits, to travel inside a page: Brotli, then base64. */
export function packReport(json: string): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  return brotliCompressSync(json, { params }).toString("base64");
}

/** Whether a text is a page rather than JSON. */
export const isPage = (text: string): boolean => /^\s*<!doctype html>/iu.test(text);

/** The JSON that travels inside a page; undefined where there is none, or none that can be unpacked. */
export function unpackReport(page: string): string | undefined {
  const from = page.lastIndexOf(reportMark);
  if (from < 0) return undefined;
  const packed = page.slice(from + reportMark.length, page.indexOf("<", from + reportMark.length));
  try {
    return brotliDecompressSync(Buffer.from(packed, "base64"), { maxOutputLength: bytesMax }).toString("utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
