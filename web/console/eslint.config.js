import js from '@eslint/js'
import globals from 'globals'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const features = ['access', 'alert', 'customer', 'insight', 'intake', 'jobs', 'journey', 'loyalty', 'segment', 'tag', 'touch', 'wecom']

/** A feature may use shared code and its own, never another feature's nor the app's. */
const featureBoundaries = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['@/app/*', '**/app/**'], message: 'Features sit below the app.' },
          {
            group: features.filter((other) => other !== feature).map((other) => `@/features/${other}/**`),
            message: 'Features do not import each other; move what both need to shared.',
          },
          { group: ['../../../*'], message: 'Use the @/ alias to leave a feature.' },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist', 'src/client', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  ...featureBoundaries,
  {
    files: ['src/shared/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/app/*', '@/features/*'], message: 'Shared code sits below features and app.' }] },
      ],
    },
  },
  { files: ['*.ts', '*.js'], languageOptions: { globals: globals.node } },
)
