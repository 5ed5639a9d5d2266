#pragma once
/* The model inside the program, as `train all` wrote it; `Inside` reads it. */
#include <stddef.h>

const unsigned char *inside_model(void);
size_t inside_model_size(void);
