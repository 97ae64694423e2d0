// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace frikort::tests::bench {

// A process and all that it started. From /proc.
std::vector<pid_t> family_of(pid_t);

// What is its own share of the machine's memory, MB (1,000,000 bytes); shared pages are divided among those
// that share them. Nothing where this user may not look: a hardened program shows it to root only.
std::optional<double> pss_mb(const std::vector<pid_t>&);
// The same for one process as if this program were not there, which maps the same libraries: a file that
// nobody else on the machine has open counts whole.
std::optional<double> own_share_mb(pid_t);
// All its pages, MB, whoever shares them: no share can be more.
double pages_mb(pid_t);

// Processor used so far by every thread, ms.
double processor_ms_of(pid_t);
// How often its threads went to sleep so far: no more frames than that were drawn from rest.
std::uint64_t rests_of(pid_t);

} // namespace frikort::tests::bench
