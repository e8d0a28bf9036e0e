// English texts about links and anchors.
import type { zhLinks } from './zhLinks.ts';

export const enLinks: Readonly<Record<keyof typeof zhLinks, string>> = {
  'link-target': 'The link leads to “{path}”, which is not there',
  'link-target.near': 'The link leads to “{path}”, which is not there; “{near}” may be meant',
  'link-image': 'The image “{path}” is not there',
  'link-image.near': 'The image “{path}” is not there; “{near}” may be meant',
  'link-anchor': '“{path}” has no place #{anchor}',
  'link-anchor.near': '“{path}” has no place #{anchor}; “{near}” may be meant',
  'link-anchor.own': 'This document has no place #{anchor}',
  'link-anchor.own-near': 'This document has no place #{anchor}; “{near}” may be meant',
  'link-case.case':
    'The link says “{path}”, the file is “{actual}”: only the case differs, so that it opens here and not elsewhere',
  'link-case.normal-form':
    'The link “{path}” looks like the name of the file but has another Unicode normal form, so that it opens here and not elsewhere',
  'link-outside.outside': 'The link “{path}” leads out of the library and is not checked',
  'link-outside.absolute': 'The link “{path}” is an absolute path of one machine, which opens for nobody else',
  'link-outside.scheme': 'The link “{path}” leads to a file of this machine, which opens for nobody else',
  'link-outside.backslash':
    'The link “{path}” has backslashes, which web pages and other systems do not take for separators',
  'link-outside.control': 'The link holds control characters',
  'link-outside.too-long': 'The link is too long to be the path of a file',
  'link-reference': 'The reference [{label}] has no definition, so that readers see the brackets',
  'link-reference.near': 'The reference [{label}] has no definition; [{near}] may be meant',
  'link-text-blank': '“{path}” holds blanks, so that this is not shown as a link',
  'link-empty': 'The link “{text}” has no address',
  'path-in-code': 'The path “{path}” is nowhere in the library',
  'path-in-code.moved': 'The path “{path}” is not there; a file of this name is “{near}”',
  'link.fix': 'Change to “{path}”',
  'link-anchor.fix': 'Change to #{anchor} ({heading})',
  'link-reference.fix': 'Change to [{label}]',
  'link-anchor.heading': 'The heading is here',
  'config-value-invalid.flag': '“{key}” must be true or false; the value here is ignored',
  'link-external.gone': 'The page “{url}” is gone ({status})',
  'link-external.failing': 'The server of “{url}” fails ({status})',
  'link-external.unreachable': 'The server of “{url}” can not be reached',
  'link-external.slow': 'The server of “{url}” does not answer in time',
  'link-external.invalid': '“{url}” is no valid address',
  'cli.external-asked': 'Asked for {count} links to the outside',
};
