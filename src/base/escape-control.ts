/**
 * Characters that act on a terminal or hide from the eye, written out: `\u001b`. Control characters, the
 * marks that reorder text, invisible spaces and joiners between no emoji, unpaired surrogates. Line breaks
 * too: what is escaped is one line.
 */
export function escapeControl(text: string): string {
  return hidden.test(text) ? text.replace(hiddenAll, writtenOut) : text;
}

const pattern =
  "[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb]" +
  "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]" +
  "|\\udb40[\\udc00-\\udc7f]";
const hidden = new RegExp(pattern);
const hiddenAll = new RegExp(pattern, "g");

function writtenOut(found: string): string {
  let text = "";
  for (let i = 0; i < found.length; i++) {
    text += `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`;
  }
  return text;
}
