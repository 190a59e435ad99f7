/** The version of this package, which tells two copies of an element on one page apart. */
export const version = '0.0.0';
