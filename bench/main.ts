// Entry of `npm run bench`: all benchmarks that need nothing but this repository.
import './parse.ts';
