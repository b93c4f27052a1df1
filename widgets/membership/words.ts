import type { Words } from "../kit/useWords.ts"

const en = {
  waiting: "Looking up the membership",
  signInMessage: "I want to sign in to join the membership.",
  joinedMessage: "I joined the membership.",
  member: "Member",
  since: "Member since {date}",
  youAreMember: "You are a member",
  free: "Joining is free",
  freeShipping: "Free shipping from {amount} in one shop",
  benefits: "What members get",
  join: "Join",
  joining: "Joining…",
  joined: "Welcome! You are a member now.",
  guest: "Sign in first, then join in one step.",
  signIn: "Sign in to join"
}
type Key = keyof typeof en

export const words: Words<Key> = {
  en,
  es: {
    waiting: "Consultando la membresía",
    signInMessage: "Quiero iniciar sesión para hacerme miembro.",
    joinedMessage: "Me he hecho miembro.",
    member: "Miembro",
    since: "Miembro desde el {date}",
    youAreMember: "Eres miembro",
    free: "Unirse es gratis",
    freeShipping: "Envío gratis a partir de {amount} en una tienda",
    benefits: "Ventajas para miembros",
    join: "Unirme",
    joining: "Uniéndote…",
    joined: "¡Te damos la bienvenida! Ya eres miembro.",
    guest: "Primero inicia sesión y después únete en un paso.",
    signIn: "Iniciar sesión para unirme"
  },
  fr: {
    waiting: "Consultation de l’adhésion",
    signInMessage: "Je veux me connecter pour devenir membre.",
    joinedMessage: "Me voilà membre.",
    member: "Membre",
    since: "Membre depuis le {date}",
    youAreMember: "Vous êtes membre",
    free: "L’adhésion est gratuite",
    freeShipping: "Livraison offerte dès {amount} dans une boutique",
    benefits: "Les avantages des membres",
    join: "Adhérer",
    joining: "Adhésion en cours…",
    joined: "Bienvenue ! Vous êtes maintenant membre.",
    guest: "Connectez-vous d’abord, puis adhérez en une étape.",
    signIn: "Se connecter pour adhérer"
  },
  de: {
    waiting: "Die Mitgliedschaft wird nachgesehen",
    signInMessage: "Ich möchte mich anmelden, um Mitglied zu werden.",
    joinedMessage: "Ich bin jetzt Mitglied.",
    member: "Mitglied",
    since: "Mitglied seit {date}",
    youAreMember: "Du bist Mitglied",
    free: "Die Mitgliedschaft ist kostenlos",
    freeShipping: "Kostenloser Versand ab {amount} in einem Shop",
    benefits: "Das bekommen Mitglieder",
    join: "Mitglied werden",
    joining: "Beitritt läuft…",
    joined: "Willkommen! Du bist jetzt Mitglied.",
    guest: "Melde dich zuerst an, dann trittst du in einem Schritt bei.",
    signIn: "Anmelden und beitreten"
  },
  ar: {
    waiting: "جارٍ الاطلاع على العضوية",
    signInMessage: "أريد تسجيل الدخول للانضمام إلى العضوية.",
    joinedMessage: "انضممت إلى العضوية.",
    member: "عضو",
    since: "عضو منذ {date}",
    youAreMember: "أنت عضو",
    free: "الانضمام مجاني",
    freeShipping: "شحن مجاني ابتداءً من {amount} في المتجر الواحد",
    benefits: "مزايا الأعضاء",
    join: "انضم",
    joining: "جارٍ الانضمام…",
    joined: "أهلاً بك! أنت الآن عضو.",
    guest: "سجّل الدخول أولاً، ثم انضم بخطوة واحدة.",
    signIn: "تسجيل الدخول للانضمام"
  },
  pt: {
    waiting: "Consultando a associação",
    signInMessage: "Quero entrar na minha conta para virar membro.",
    joinedMessage: "Virei membro.",
    member: "Membro",
    since: "Membro desde {date}",
    youAreMember: "Você é membro",
    free: "A adesão é gratuita",
    freeShipping: "Frete grátis a partir de {amount} em uma loja",
    benefits: "O que os membros ganham",
    join: "Participar",
    joining: "Entrando…",
    joined: "Boas-vindas! Agora você é membro.",
    guest: "Entre na sua conta primeiro e depois participe em um passo.",
    signIn: "Entrar para participar"
  }
}
