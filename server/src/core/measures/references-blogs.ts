// Technical blogs.
import type { Measure } from './measure.ts';
import { citedSources } from './references/citedSources.ts';

export const referencesBlogs: Measure = {
  id: 'references-blogs',
  names: {
    zh: ['技术博客', '权威技术博客', '技术博客引用', '博客'],
    en: ['blogs', 'technical blogs', 'blog posts'],
  },
  measure: (context) => citedSources(context, 'blog', 'references-blogs'),
};
