// Light or dark: as the system has it, or as one chose.

const dark = matchMedia('(prefers-color-scheme: dark)');

export function followTheme(monaco) {
  const choice = document.getElementById('theme');
  choice.value = localStorage.getItem('theme') ?? 'auto';
  const show = () => {
    const isDark = choice.value === 'dark' || (choice.value === 'auto' && dark.matches);
    document.documentElement.dataset.shown = isDark ? 'dark' : 'light';
    monaco.editor.setTheme(isDark ? 'edits-dark' : 'edits-light');
  };
  choice.addEventListener('change', () => {
    localStorage.setItem('theme', choice.value);
    show();
  });
  dark.addEventListener('change', show);
  show();
}
