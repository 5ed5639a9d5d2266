// Whether this processor, and its kernel, know AVX: eight floats in a register.
static inline int processor_has_avx(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx") != 0;
#else
  return 0;
#endif
}

// And AVX2 with FMA: eight whole numbers in a register, and a product and a sum in one.
static inline int processor_has_fma(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
#else
  return 0;
#endif
}
