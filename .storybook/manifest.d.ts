interface Described {
  name: string;
  description?: string;
}

interface Manifest {
  modules: {
    declarations: {
      tagName?: string;
      cssParts?: Described[];
      attributes?: { type?: { text: string } }[];
    }[];
  }[];
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<Manifest>;
}

declare module 'virtual:manifest' {
  const manifest: Manifest;
  export default manifest;
}
