const tests =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|spec|specs|cypress|playwright|fixtures?|mocks?|stories|testing|load-tests?)\/|\.(?:test|spec|e2e|e2e-spec|cy|stories|bench)\.[cm]?[jt]sx?$/u;
const besideTheProduct =
  /(?:^|\/)(?:scripts?|examples?|docs?|generated|__generated__|vendor|dist|build|tools?|seeds?|dev-server)\/|\.(?:config|generated|gen)\.[cm]?[jt]s$|\.d\.[cm]?ts$/u;

/** Whether a file is a test, or something that only tests need. */
export function isTestFile(file: string): boolean {
  return tests.test(file);
}

/** Whether a file says what the product is made of: no test, no script, nothing generated. */
export function isProductCode(file: string): boolean {
  return !tests.test(file) && !besideTheProduct.test(file);
}
