// SPDX-License-Identifier: GPL-2.0-or-later
// Work in threads whose outcome does not depend on how many there are.
#ifndef IDSEARCH_STORE_WORKERS_HPP
#define IDSEARCH_STORE_WORKERS_HPP

#include <cstddef>
#include <functional>

namespace idsearch::store {

/// Threads to use for `count` items when `jobs` were asked for (0 = one per processor).
std::size_t worker_count(std::size_t jobs, std::size_t count);

/// Calls task(worker, item) once for each item below `count`, in `workers` threads that are
/// numbered from 0; each takes the next item when it is free. Meanwhile the calling thread calls
/// tick(done) some times a second; false ends the work early. Returns whether all items were done.
/// All threads have ended when it returns. Rethrows what the failed item of the lowest number
/// threw.
bool run_in_workers(std::size_t count, std::size_t workers,
                    const std::function<void(std::size_t worker, std::size_t item)>& task,
                    const std::function<bool(std::size_t done)>& tick);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_WORKERS_HPP
