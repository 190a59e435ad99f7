/** The elements in a window that need not be the global one; written by the build, dist/ssr/kit.js. */
declare module '#kit' {
  /** Registers the elements in `window`, and runs them there: whatever they take for global is the window's, or stands in for it. */
  export function kitIn(window: object, standIns: { location: object; CSSStyleSheet: object }): void;
}
