const latin = /[\w.,;:()]/;

/** Text as printed, without the line ends that a page or a fixed width put into it: a space stands for one only between Latin words. */
export function unwrap(text: string): string {
  const lines = text.split('\n').map((line, index, all) => {
    const begun = index > 0 ? line.trimStart() : line;
    return index < all.length - 1 ? begun.trimEnd() : begun;
  });
  return lines.reduce((joined, line) => joined + (latin.test(joined.slice(-1)) && latin.test(line.charAt(0)) ? ' ' : '') + line);
}
