#ifndef SIMPUL_CPREFETCH_SHIM_H
#define SIMPUL_CPREFETCH_SHIM_H

/* Asks the memory for an address that is read soon; nothing happens where there is nothing. */
static inline void simpul_prefetch(const void *address) { __builtin_prefetch(address, 0, 1); }

#endif
