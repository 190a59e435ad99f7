export { MAX_DOCUMENT_BYTES } from './decode.js';
export type { Diagnostic, DiagnosticCode } from './diagnostics.js';
export { DocumentError, type DocumentErrorCode } from './errors.js';
export { importDocument, type Imported, type ImportOptions } from './import.js';
export type { SiteFinding, SiteFindingCode } from './sites/findings.js';
export { type ImportedSites, importSites, type ImportSitesOptions } from './sites/import-sites.js';
export type { LedgerFinding, LedgerFindingCode } from './ledger/findings.js';
export { type ImportedLedger, importLedger, type ImportLedgerOptions } from './ledger/import-ledger.js';
export { writeLedgerXlsx } from './ledger/write-ledger-xlsx.js';
