// What the contenders' scripts share in the page.

/** Resolves once what has been done is on the screen: after the second frame from now. */
export const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Time in ms from the start of the script, its libraries included, to the paint. */
export async function sinceStart() {
  await painted();
  // Declared by the banner of the bundle.
  return performance.now() - scriptStart;
}

/** Time in ms that `act` takes, style, layout and paint included, on a page that has come to rest. */
export async function timeOf(act) {
  await painted();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await new Promise(requestAnimationFrame);
  const started = performance.now();
  await act();
  await painted();
  return performance.now() - started;
}
