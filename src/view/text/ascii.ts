/** Signs that terminals draw one or two cells wide, and what stands for them in ASCII. */
const plain: Readonly<Record<string, string>> = {
  "…": "...", "÷": "/", "×": "x", "–": "-", "—": "-", "·": "-", "•": "*", "●": "*", "○": "o", "≥": ">=", "≤": "<=", "≠": "!=",
  "→": "->", "←": "<-", "±": "+/-", "“": '"', "”": '"', "‘": "'", "’": "'", "¥": "CNY ", "‰": "/1000", "°": " deg", "✓": "ok",
  "✗": "x", "▲": "^", "▼": "v", "│": "|", "─": "-", "└": "`", "├": "|", "Δ": "d", "−": "-", "§": "s.",
};
const any = new RegExp(`[${Object.keys(plain).join("")}]`, "g");

/** The same text with every sign of doubtful width in ASCII. Chinese stays: its width is not in doubt. */
export function toAscii(text: string): string {
  return text.replaceAll(any, (sign) => plain[sign] ?? sign);
}
