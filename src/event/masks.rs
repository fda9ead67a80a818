//! The classes that the code asks for by name, looked up once.

use super::lexicon::{Bits, Classes};

macro_rules! masks {
    ($($name:ident),*) => {
        /// The bits of each.
        #[derive(Debug)]
        pub(super) struct Masks {
            $(pub(super) $name: Bits,)*
        }

        impl Masks {
            pub(super) fn of(classes: &Classes) -> Self {
                Masks { $($name: classes.mask(stringify!($name)),)* }
            }
        }
    };
}

masks!(
    actor, air, aircraft, armed, artillery, assets, bomb, bomber, building, chem, civ, conflict, container, cook, crime, culture, deal, diplomat,
    event, force, gov, ground, group, gun, harm, law, lawmen, medical, namer, number, org, person, place, business, sport, suicide, thing, weapon,
    weapons
);

#[cfg(test)]
mod tests {
    use crate::event::Lexicon;

    #[test]
    fn classes_are_those_of_their_names() {
        let lexicon = Lexicon::embedded();
        let (masks, classes) = (&lexicon.masks, &lexicon.classes);
        assert_ne!(classes.of("dozens") & masks.container, 0);
        assert_ne!(classes.of("village") & masks.namer & masks.container, masks.container);
        assert_eq!(masks.armed & masks.group, masks.group);
        assert_eq!(classes.of("siege") & masks.sport, 0);
    }
}
