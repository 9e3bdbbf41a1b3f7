/** Forms of companies in the languages of the graph. */
const companyForms =
  /^\s*(?:\((?:株|有|資|合|社|財|名)\)|(?:特定非営利活動法人|(?:一般|公益)?(?:社団|財団)法人|株式会社|有限会社|合同会社|合資会社|合名会社|주식회사|\(주\)))\s*|\s*(?:\((?:株|有|資|合|주)\)|株式会社|有限会社|合同会社|合資会社|合名会社|주식회사|股份有限公司|有限公司|[,、.\s]+(?:inc|incorporated|co|corp|corporation|company|ltd|limited|llc|k\.?k|gmbh|s\.?a|plc)\b\.?(?:[\s,]*(?:ltd|inc|llc)\b\.?)*)\s*$/iu;

/** Guests, voices and versions that are printed behind a name: `feat. X`, `(CV: X)`, `with X`, `from X`. */
const companions = /\s*[(（[]\s*(?:cv|c\.v\.|vo|声)\s*[.:：.]?[^)）\]]*[)）\]]|\s*[(（[]?\s*(?:feat\.?|ft\.|featuring)\s.*$|\s+(?:from)\s+.*$/giu;

/** A name without a company's form, without guests and voices. */
export function withoutAdditions(text: string): string {
  const plain = text.replace(companions, '').replace(companyForms, '').replace(companyForms, '').trim();
  return plain === '' ? text : plain;
}
