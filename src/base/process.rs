//! What the process forbids itself before it meets anything secret.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::process::{Resource, Rlimit, setrlimit};
use signal_hook::consts::SIGXFSZ;
use signal_hook::flag;

use crate::base::file::restrict_umask;

/// Keeps others out of this process and of the files it makes: private files, no core dump, and on
/// Linux no other process of the same user may read its memory or its environment.
///
/// To be called first. Where the system refuses one of these, the others hold.
pub fn harden() {
    restrict_umask();
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // What grows beyond a limit fails as on a full disk; the signal would end the process and leave half a file.
    drop(flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))));
    // A core that is piped to a helper does not ask for this limit, but for what follows.
    let _ = setrlimit(Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
