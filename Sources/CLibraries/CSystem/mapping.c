#define _GNU_SOURCE
#include "CSystem.h"
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

/* What is mapped, for a handler that may come at any time: a place is taken by its `taken` and is looked at
   once its end stands there. */
static struct {
  atomic_int taken, lost;
  atomic_uintptr_t start, end;
} places[1024];
enum { place_count = sizeof places / sizeof *places };

static struct sigaction previous;

int system_mapping_fill(const void *address) {
  uintptr_t page = (uintptr_t)address & ~((uintptr_t)sysconf(_SC_PAGESIZE) - 1);
  for (int i = 0; i < place_count; i++) {
    uintptr_t end = atomic_load(&places[i].end);
    if (page < atomic_load(&places[i].start) || page >= end) continue;
    atomic_store(&places[i].lost, 1);
    /* All the rest at once: what lies behind is gone too. */
    return mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
           != MAP_FAILED;
  }
  return 0;
}

static void on_bus(int signal, siginfo_t *info, void *context) {
  (void)context;
  /* Any other strikes again on return, as it would have without this. */
  if (info->si_code <= 0 || !system_mapping_fill(info->si_addr)) sigaction(signal, &previous, NULL);
}

int system_mapping_begin(const void *start, int64_t count) {
  static atomic_flag has_handler = ATOMIC_FLAG_INIT;
  if (!atomic_flag_test_and_set(&has_handler)) {
    struct sigaction action = {.sa_sigaction = on_bus, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, &previous);
  }
  for (int i = 0; i < place_count; i++) {
    if (atomic_exchange(&places[i].taken, 1)) continue;
    atomic_store(&places[i].lost, 0);
    atomic_store(&places[i].start, (uintptr_t)start);
    atomic_store(&places[i].end, (uintptr_t)start + (uintptr_t)count);
    return i;
  }
  return -1;
}

int system_mapping_lost(int place) { return atomic_load(&places[place].lost); }

void system_mapping_end(int place) {
  atomic_store(&places[place].end, 0);
  atomic_store(&places[place].taken, 0);
}
