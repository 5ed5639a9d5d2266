#include "CInside.h"

static const unsigned char model[] = {
#embed "inside.model"
};

const unsigned char *inside_model(void) { return model; }
size_t inside_model_size(void) { return sizeof model; }
