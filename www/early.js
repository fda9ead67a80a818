// Runs before the page is drawn, as a classic script: the theme must not flash, and opened from a folder nothing else would run at all.
(() => {
  const page = document.documentElement;
  try {
    const { theme } = JSON.parse(localStorage.getItem('dateline.settings') ?? '{}');
    if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  } catch {
    // Storage is forbidden: the theme follows the system.
  }
  if (location.protocol === 'file:') page.classList.add('from-disk');
})();
