import prettier from 'eslint-config-prettier'
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.gen.ts', 'coverage/**'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  // Prettier lays the code out; only what it leaves open is looked at here.
  prettier,
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    files: ['**/*.ts', '**/*.vue', '**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-duplicate-case': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-constant-binary-expression': 'error',
      'no-dupe-else-if': 'error',
      'no-unreachable': 'error',
      // A union type in a template reads as a filter to this rule; Vue 3 has no filters.
      'vue/no-deprecated-filter': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any' } }],
    },
  },
  {
    // The pure core never reads a clock, a random number, a file or the network (design, section 2).
    files: ['packages/{kalender,regelverk,arende,formaner}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Kärnan läser ingen klocka: lämna in dagen.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Kärnan läser ingen klocka: lämna in tiden.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Kärnan slumpar inte: lämna in ett frö.' },
        { selector: 'ImportDeclaration[source.value=/^node:/]', message: 'Kärnan rör varken filer eller nät.' },
      ],
    },
  },
  { files: ['**/*.test.ts', 'tests/**'], rules: { 'max-lines': 'off' } },
)
