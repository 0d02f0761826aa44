/**
 * How git treats a repository that is a content folder: announcements and settings are text with one form of line end;
 * what lies beside them goes to readers byte for byte, and its digest is published, so it is never taken for text.
 */
export const ATTRIBUTES = `* -text -diff
*.md text=auto eol=lf diff
*.yaml text=auto eol=lf diff
.gitattributes text eol=lf diff
.gitignore text eol=lf diff
originals/** -text -diff
`;

/** What Windows, macOS, Word, WPS and LibreOffice leave beside the files that somebody opens. */
export const IGNORED = `Thumbs.db
ehthumbs.db
[Dd]esktop.ini
.DS_Store
~$*
~*.tmp
.~lock.*#
.cache/
`;
