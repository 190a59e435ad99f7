// Describes the elements to editors, from their doc blocks; the build writes it into dist.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'dist';

/** Says which values a property takes in place of the name of their type. */
const spelledOut = {
  name: 'spelled-out',
  collectPhase({ ts, node, context }) {
    context.unions ??= new Map();
    if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) context.unions.set(node.name.text, node.type.getText());
  },
  packageLinkPhase({ customElementsManifest, context }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const { members = [], attributes = [] } of declarations) {
        for (const { type } of [...members, ...attributes]) {
          if (type) type.text = type.text.replace(/^\w+(?=$| \|)/, (name) => context.unions.get(name) ?? name);
        }
      }
    }
  },
};

/** Leaves the elements and what a page can use of them, at the place where they are published. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const isElement = ({ customElement }) => customElement;
    const place = (path) => path.replace(/^\/?src\//, `${outdir}/`).replace(/\.ts$/, '.js');
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) => declarations?.some(isElement));
    for (const module of customElementsManifest.modules) {
      module.path = place(module.path);
      for (const { declaration } of module.exports ?? []) if (declaration.module) declaration.module = place(declaration.module);
      module.declarations = module.declarations.filter(isElement);
      for (const element of module.declarations) {
        element.members = element.members?.filter(
          ({ privacy, static: isStatic }) => privacy !== 'private' && privacy !== 'protected' && !isStatic,
        );
        for (const part of [element, ...(element.members ?? []), ...(element.attributes ?? []), ...(element.events ?? [])]) {
          for (const reference of [part.superclass, part.inheritedFrom]) if (reference?.module) reference.module = place(reference.module);
        }
      }
    }
  },
};

export default {
  globs: ['src/components/*/*.ts', 'src/element/*-element.ts'],
  exclude: ['**/*.test.ts', '**/*.examples.ts', '**/*.styles.ts'],
  outdir,
  litelement: true,
  plugins: [asPublished, spelledOut, customElementVsCodePlugin({ outdir }), customElementJetBrainsPlugin({ outdir, packageJson: false })],
};
