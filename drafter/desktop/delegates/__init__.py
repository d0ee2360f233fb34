"""What rows look like: delegates that paint, and the marks they share."""
