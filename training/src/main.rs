//! Trains the tagger, parser and lemmatizer, and measures them on held-out text; learns the weights of triggers and of a text's subject.

mod articles;
mod augment;
mod evaluate;
mod grammar;
mod lemmas;
mod logistic;
mod net;
mod plain;
mod random;
mod subject;
mod train;
mod treebank;
mod triggers;

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;
use treebank::Sentence;

/// Trains the language weights of dateline.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder with `ewt/{train,dev}.conllu`, `gum/{train,dev}/*.conllu`, and `wikiwars/` with `events/index.tsv`.
    #[arg(long)]
    data: PathBuf,
    /// Folder to which `english.bin` is written.
    #[arg(long)]
    out: PathBuf,
    /// Passes over the training sentences.
    #[arg(long, default_value_t = 36)]
    epochs: usize,
    /// Networks that are trained first, to teach the one that is kept.
    #[arg(long, default_value_t = 4)]
    teachers: usize,
    /// Passes of each teacher.
    #[arg(long, default_value_t = 18)]
    teacher_epochs: usize,
    /// Words are known from this count on.
    #[arg(long, default_value_t = 4)]
    least: usize,
    /// Steps of a word vector on each side of zero.
    #[arg(long, default_value_t = 9.0)]
    levels: f32,
    /// Highest learning rate.
    #[arg(long, default_value_t = 0.003)]
    rate: f32,
    /// Share of dropped numbers of word vectors.
    #[arg(long, default_value_t = 0.1)]
    drop_word: f32,
    /// Share of dropped numbers of states.
    #[arg(long, default_value_t = 0.2)]
    drop_state: f32,
    /// The same while the network that is kept learns.
    #[arg(long, default_value_t = 0.1)]
    pupil_drop_state: f32,
    /// Only learn the lemma rules anew, and keep the weights that are there.
    #[arg(long)]
    lemmas: bool,
    /// Only learn the weights of triggers anew.
    #[arg(long)]
    triggers: bool,
    /// Only learn the weights of words that tell a text's subject anew.
    #[arg(long)]
    subject: bool,
    /// Folder of our own sentences with their grammar: `train.conllu`, `dev.conllu`.
    #[arg(long, default_value = "training/treebank")]
    treebank: PathBuf,
    /// Folder of our own annotated articles.
    #[arg(long, default_value = "training/articles")]
    articles: PathBuf,
    /// Only measure the weights that are there.
    #[arg(long)]
    evaluate: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    if arguments.triggers {
        return learn(arguments, "triggers.bin", triggers::learn);
    }
    if arguments.subject {
        return learn(arguments, "subject.bin", |articles| subject::learn(articles, &arguments.data));
    }
    let file = arguments.out.join("english.bin");
    let read = |part: &str| treebank::read(&arguments.data.join(part));
    let own = |part: &str| treebank::read(&arguments.treebank.join(part));
    // Our own sentences are few, and of the kind that is read most: they count twice.
    let sentences = || {
        let ours = own("train.conllu")?;
        Ok::<Vec<Sentence>, String>([read("ewt/train.conllu")?, read("gum/train")?, ours.clone(), ours].concat())
    };
    if arguments.lemmas {
        let old = std::fs::read(&file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
        let new = train::with_rules(&old, &lemmas::learn(&sentences()?))?;
        std::fs::write(&file, new).map_err(|e| format!("{} cannot be written: {e}.", file.display()))?;
    } else if !arguments.evaluate {
        let sentences = sentences()?;
        let dropout = net::Dropout { word: arguments.drop_word, state: arguments.drop_state };
        let pupil_dropout = net::Dropout { word: arguments.drop_word, state: arguments.pupil_drop_state };
        let &Arguments { epochs, teachers, teacher_epochs, least, levels, rate, .. } = arguments;
        let settings = train::Settings { epochs, teachers, teacher_epochs, least, levels, rate, dropout, pupil_dropout };
        let articles = articles::read(&arguments.articles, &[])?;
        let plain = [plain::read(&arguments.data)?, articles.iter().flat_map(|a| plain::sentences(&a.text)).collect()].concat();
        let bytes = train::train(&sentences, &plain, &read("gum/dev")?, &settings)?;
        std::fs::write(&file, &bytes).map_err(|e| format!("{} cannot be written: {e}.", file.display()))?;
        println!("{}: {} bytes", file.display(), bytes.len());
    }
    let bytes = std::fs::read(&file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
    let language = dateline::syntax::Language::read(&bytes).map_err(|e| e.to_string())?;
    for part in ["gum/dev", "ewt/dev.conllu"] {
        evaluate::report(part, &read(part)?, &language);
    }
    evaluate::report("our own sentences, dev", &own("dev.conllu")?, &language);
    Ok(())
}

/// Learns weights from our own articles and those of the data, but for those that are kept for measuring.
fn learn(arguments: &Arguments, name: &str, learn: impl Fn(&[articles::Article]) -> Result<Vec<u8>, String>) -> Result<(), String> {
    let (events, file) = (arguments.data.join("events"), arguments.out.join(name));
    let list = events.join("blind.txt");
    let kept = std::fs::read_to_string(&list).map_err(|e| format!("{} cannot be read: {e}.", list.display()))?;
    let kept: Vec<&str> = kept.split_whitespace().collect();
    let articles = [articles::read(&arguments.articles, &[])?, articles::read(&events.join("gold"), &kept)?].concat();
    let bytes = learn(&articles)?;
    std::fs::write(&file, &bytes).map_err(|e| format!("{} cannot be written: {e}.", file.display()))?;
    println!("{}: {} bytes", file.display(), bytes.len());
    Ok(())
}
