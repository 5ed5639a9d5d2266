#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8 /* before pcre2.h: patterns and texts are UTF-8 */
#include <pcre2.h>
