// SPDX-License-Identifier: MPL-2.0
// Preloaded into a server that is measured: how often it asked the disk to keep what it has, in the first
// eight bytes of the file that FRIKORT_SYNCS names. Every process that is started with it adds to the same.
#include <atomic>
#include <cstdint>
#include <cstdlib>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using Count = std::atomic<std::uint64_t>;

Count* shared_count()
{
    const char* const name = std::getenv("FRIKORT_SYNCS");
    const int file = name == nullptr ? -1 : ::open(name, O_RDWR | O_CLOEXEC);
    if (file < 0) return nullptr;
    void* const at = ::mmap(nullptr, sizeof(Count), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return at == MAP_FAILED ? nullptr : static_cast<Count*>(at);
}

int counted(const char* name, int file)
{
    static Count* const count = shared_count();
    if (count != nullptr) ++*count;
    return reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, name))(file);
}

} // namespace

extern "C" int fsync(int file) { return counted("fsync", file); }
extern "C" int fdatasync(int file) { return counted("fdatasync", file); }
