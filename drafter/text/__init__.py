"""Chinese text: numerals, widths, sentences, bigrams and words."""
