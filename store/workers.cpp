// SPDX-License-Identifier: GPL-2.0-or-later
// A counter, some threads, and a caller who looks in now and then.
#include "store/workers.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace idsearch::store {
namespace {

// How often the caller looks in: often enough for Ctrl-C to feel prompt.
constexpr std::chrono::milliseconds kTick{50};
// More threads than this only add memory: writing is bound by the processor.
constexpr std::size_t kMaxWorkers = 64;

class Work {
 public:
  Work(std::size_t count, const std::function<void(std::size_t, std::size_t)>& task)
      : count_(count), task_(task) {}

  void run(std::size_t worker) {
    std::unique_lock lock(mutex_);
    while (!stopped_ && next_ < count_) {
      const std::size_t item = next_++;
      lock.unlock();
      std::exception_ptr failure;
      try {
        task_(worker, item);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      ++done_;
      // Items are handed out in order, so the lowest failing one is always among those begun.
      if (failure && (!failure_ || item < failed_item_)) {
        failure_ = failure;
        failed_item_ = item;
        stopped_ = true;
      }
      changed_.notify_one();
    }
  }

  // Until all is done or stopped. Asks at least once, however fast the work is.
  void watch(const std::function<bool(std::size_t)>& tick) {
    if (tick && !tick(0)) stop();
    std::unique_lock lock(mutex_);
    while (!stopped_ && done_ < count_) {
      changed_.wait_for(lock, kTick, [this] { return stopped_ || done_ == count_; });
      const std::size_t done = done_;
      lock.unlock();
      const bool go_on = !tick || tick(done);
      lock.lock();
      if (!go_on) stopped_ = true;
    }
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }

  bool finish() {
    if (failure_) std::rethrow_exception(failure_);
    return done_ == count_;
  }

 private:
  const std::size_t count_;
  const std::function<void(std::size_t, std::size_t)>& task_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0, done_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::size_t failed_item_ = 0;
};

}  // namespace

std::size_t worker_count(std::size_t jobs, std::size_t count) {
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(jobs, 1, std::clamp<std::size_t>(count, 1, kMaxWorkers));
}

bool run_in_workers(std::size_t count, std::size_t workers,
                    const std::function<void(std::size_t, std::size_t)>& task,
                    const std::function<bool(std::size_t)>& tick) {
  Work work(count, task);
  std::vector<std::thread> threads;
  // A machine that gives fewer threads than asked for still gets the work done.
  try {
    for (std::size_t i = 0; i < workers; ++i) threads.emplace_back([&work, i] { work.run(i); });
  } catch (const std::system_error&) {
    if (threads.empty()) work.run(0);
  }
  std::exception_ptr failure;
  try {
    work.watch(tick);
  } catch (...) {
    failure = std::current_exception();
    work.stop();
  }
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  return work.finish();
}

}  // namespace idsearch::store
