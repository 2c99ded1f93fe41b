#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with a program's arguments (https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer
/// as a library"); calls back with every input.
int LLVMFuzzerRunDriver(int *count, char ***arguments,
                        int (*callback)(const uint8_t *bytes, size_t size));
