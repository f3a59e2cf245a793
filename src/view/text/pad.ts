import { displayWidth } from "../../base/index.ts";

export type Align = "left" | "right";

/** The text with spaces up to so many cells; a longer text is returned as it is. Never `padEnd`: Chinese is two cells wide. */
export function padTo(text: string, cells: number, align: Align = "left"): string {
  const space = " ".repeat(Math.max(0, cells - displayWidth(text)));
  return align === "left" ? text + space : space + text;
}

/** The text in at most so many cells; what is cut off is marked. */
export function cutTo(text: string, cells: number, mark = "..."): string {
  if (displayWidth(text) <= cells) return text;
  const room = cells - displayWidth(mark);
  return room < 0 ? takeCells(text, cells) : takeCells(text, room) + mark;
}

function takeCells(text: string, cells: number): string {
  let taken = "";
  for (const character of text) {
    if (displayWidth(taken + character) > cells) break;
    taken += character;
  }
  return taken;
}

/**
 * Lines of at most so many cells. Breaks at spaces, and between Chinese characters but not before closing nor after
 * opening punctuation; a word longer than a line is cut.
 */
export function wrapTo(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (displayWidth(line + piece.trimEnd()) <= cells) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = piece.trimStart();
    while (displayWidth(line.trimEnd()) > cells) {
      const head = takeCells(line, cells) || (line.match(/^./u)?.[0] ?? line);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines.length === 0 ? [""] : lines;
}

/** Words with the spaces after them; Chinese characters one by one, punctuation with what it opens or closes. */
function pieces(text: string): readonly string[] {
  return text.match(/[（【「『《]+[^\s\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]+[、。，；：？！）】」』》]*\s*|[（【「『《]*[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60][、。，；：？！）】」』》”’…]*\s*|[^\s\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]+[、。，；：？！）】」』》]*\s*|\s+/gu) ?? [];
}
