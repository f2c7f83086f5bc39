//! What the process forbids itself before it meets anything secret.

use rustix::process::{Resource, Rlimit, setrlimit};

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
    // A core that is piped to a helper does not ask for this limit, but for what follows.
    let _ = setrlimit(Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
