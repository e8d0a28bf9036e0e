// The HTML shell of our pages: the strictest policy under which a script of our own can run. It never reaches the network.
import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** @param dist the folder with the page's script and style; `name` is that of both and of the page's root element */
export function webviewPage(
  webview: Webview,
  dist: Uri,
  { name, language }: { readonly name: 'board' | 'graph' | 'scores'; readonly language: string },
): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(Uri.joinPath(dist, `${name}.js`)).toString();
  const style = webview.asWebviewUri(Uri.joinPath(dist, `${name}.css`)).toString();
  // Images are those that the page itself makes to turn its drawing into a PNG.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Casewright</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="${name}" aria-busy="true"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
