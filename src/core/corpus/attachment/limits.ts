const MEGABYTE = 1024 * 1024;

/**
 * Largest file whose words are read, in bytes; of a larger PDF the end alone is looked at. Tender documents are a few
 * megabytes; what is larger is drawings and scans, which have no words.
 */
export const LARGEST_READ = 20 * MEGABYTE;

/** Most pages of a PDF whose words are read. */
export const MOST_PAGES = 50;

/** Most characters read of one file. */
export const MOST_CHARACTERS = 1_000_000;

/** Most archives in each other that are opened; honest ones have two. */
export const DEEPEST = 3;

/** What all members of an archive may be when unpacked, together, in bytes, and how many are opened. */
export const MOST_UNPACKED = 100 * MEGABYTE;
export const MOST_FILES = 2000;

/** Longest look at one file, in milliseconds: a PDF of fifty pages takes a twentieth of it. */
export const LONGEST_LOOK = 10_000;

/** Memory of the thread that looks, in megabytes: a file that wants more is told as not looked through. */
export const MEMORY = 512;
