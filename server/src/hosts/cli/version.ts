// The version of the product, taken from package.json when bundled or run.
import packageJson from '../../../../package.json' with { type: 'json' };

export const productVersion: string = packageJson.version;
